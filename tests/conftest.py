"""One profile for all laws: no test is timed, for a busy machine breaks no law.

In CI the examples are the same at every run, so that a landing does not hang on luck; on a
developer's machine they differ, and look for more.
"""

import os

# As the command line does, before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from hypothesis import settings

settings.register_profile(
    "laws", deadline=None, print_blob=True, derandomize=os.environ.get("CI") == "true"
)
settings.load_profile("laws")
