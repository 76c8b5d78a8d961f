"""Addresses of accounts, organisations, their members, invitations and audit."""

from django.urls import include, path

from trueline.web.accounts.views import account, audit, invitations, members, organisations

app_name = "accounts"

in_organisation = [
    path("", organisations.organisation, name="organisation"),
    path("settings/", organisations.settings, name="settings"),
    path("delete/", organisations.delete, name="delete_organisation"),
    path("members/<int:member_id>/", members.member, name="member"),
    path("members/<int:member_id>/remove/", members.remove, name="remove_member"),
    path("leave/", members.leave, name="leave"),
    path("invitations/", invitations.invite, name="invitations"),
    path("invitations/<uuid:invitation_id>/withdraw/", invitations.withdraw,
         name="withdraw_invitation"),
    path("audit/", audit.audit, name="audit"),
    path("audit.csv", audit.audit_csv, name="audit_csv"),
]  # fmt: skip

urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/delete/", account.delete, name="delete_account"),
    path("account/sessions/<int:session_id>/end/", account.end_session, name="end_session"),
    path("organisations/new/", organisations.new, name="new_organisation"),
    path("organisations/<uuid:organisation_id>/", include(in_organisation)),
    path("join/<str:secret>/", invitations.join, name="join"),
]
