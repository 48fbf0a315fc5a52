"""Sessions in the database, each with whose it is, so that they can be listed and ended."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from onrecord.web.people.models import Sitting

BROWSER = "browser"


class SessionStore(DatabaseStore):
    """What the framework's session middleware keeps sessions in."""

    @classmethod
    def get_model_class(cls) -> type[Sitting]:
        """The table."""
        return Sitting

    def create_model_instance(self, data: dict[str, Any]) -> Sitting:
        """The row of a session; when it began and was last seen are kept."""
        row = super().create_model_instance(data)
        if not isinstance(row, Sitting):
            raise TypeError(row)
        account = data.get(SESSION_KEY)
        row.account = int(account) if account is not None else None
        row.browser = str(data.get(BROWSER, ""))
        earlier = Sitting.objects.filter(pk=row.session_key).values("begun").first()
        if earlier is not None:
            row.begun = earlier["begun"]
        return row
