"""The people of a case, as a part that the framework knows."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, sessions, invitations, tokens and the audit."""

    name = "onrecord.web.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
