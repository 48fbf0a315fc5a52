"""One profile for all laws: no test is timed, for a busy machine breaks no law."""

from hypothesis import settings

settings.register_profile("laws", deadline=None, print_blob=True)
settings.load_profile("laws")
