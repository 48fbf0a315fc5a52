"""Addresses → pages: the one list of routes of the workbench."""

from django.urls import path, register_converter
from django.views.i18n import set_language

from onrecord.web.api.service import api
from onrecord.web.pages import (
    account,
    bringing,
    correcting,
    documents,
    facsimiles,
    incidents,
    interface,
    log,
    mine,
    overview,
    problems,
    remarks,
    review,
    rounds,
    search,
    signing,
    tables,
    tallies,
    team,
)


class Identifier:
    """An identifier of a document, which may hold slashes."""

    regex = r".+"

    def to_python(self, value: str) -> str:
        """The identifier as it is."""
        return value

    def to_url(self, value: str) -> str:
        """The identifier as it is."""
        return value


register_converter(Identifier, "identifier")

urlpatterns = [
    path("", overview.go_to_case, name="home"),
    path("language", set_language, name="language"),
    path("c/<str:case>/", overview.show_overview, name="overview"),
    path("c/<str:case>/incidents", incidents.list_incidents, name="incidents"),
    path("c/<str:case>/i/<str:id>", incidents.show_incident, name="incident"),
    path("c/<str:case>/d", documents.list_documents, name="documents"),
    path("c/<str:case>/d/<identifier:id>", documents.show_document, name="document"),
    path("c/<str:case>/page/<int:number>/<identifier:id>", facsimiles.send_page, name="page"),
    path("c/<str:case>/mine", mine.show_mine, name="mine"),
    path("c/<str:case>/rounds", rounds.show_rounds, name="rounds"),
    path("c/<str:case>/rounds/<str:id>", rounds.show_round, name="round"),
    path("c/<str:case>/rounds/<str:id>/<identifier:document>", rounds.code_document, name="coding"),
    path("c/<str:case>/tables", tables.upload, name="tables"),
    path("c/<str:case>/tables/<str:token>", tables.map_table, name="table"),
    path("c/<str:case>/remark", remarks.enter, name="remark"),
    path("c/<str:case>/original/<str:sha256>", documents.send_original, name="original"),
    path("c/<str:case>/claim/<str:id>", documents.go_to_claim, name="claim"),
    path("c/<str:case>/claim/<str:id>/correct", correcting.correct_claim, name="correct"),
    path("c/<str:case>/add-claim", correcting.add_missing, name="add-claim"),
    path("c/<str:case>/review", review.show_queue, name="review"),
    path("c/<str:case>/review/<str:one>/<str:other>", review.show_question, name="question"),
    path("c/<str:case>/decide", review.enter_decision, name="decide"),
    path("c/<str:case>/t", tallies.show_tallies, name="tallies"),
    path("c/<str:case>/search", search.show_results, name="search"),
    path("c/<str:case>/add", bringing.bring_in, name="add"),
    path("c/<str:case>/log", log.show_log, name="log"),
    path("c/<str:case>/api", interface.show_interface, name="api"),
    path("sign-in", signing.sign_in, name="sign-in"),
    path("sign-in/code", signing.enter_code, name="code"),
    path("sign-in/factor", signing.set_up_factor, name="factor"),
    path("join/<str:token>", signing.join, name="join"),
    path("sign-out", signing.sign_out, name="sign-out"),
    path("account", account.show_account, name="account"),
    path("account/sessions", account.end_sessions, name="end-sessions"),
    path("account/password", account.change_password, name="password"),
    path("account/recovery", account.renew_recovery, name="recovery"),
    path("account/tokens", account.add_token, name="token"),
    path("account/tokens/<int:number>", account.end_token, name="revoke"),
    path("people", team.show_people, name="people"),
    path("people/<int:number>", team.change_person, name="person"),
    path("audit", team.show_audit, name="audit"),
    path("api/1/", api.urls),
]

handler400 = problems.say_bad_request
handler403 = problems.say_forbidden
handler404 = problems.say_missing
handler500 = problems.say_broken
