"""Addresses of accounts, organisations, their members, invitations and audit."""

from django.urls import path

from trueline.web.accounts.views import (
    account,
    audit,
    invitations,
    members,
    organisations,
    own_names,
    second_step,
    undo,
)

app_name = "accounts"

HERE = "organisations/<uuid:organisation_id>/"

urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/delete/", account.delete, name="delete_account"),
    path("account/sessions/<int:session_id>/end/", account.end_session, name="end_session"),
    path("account/undo/<str:secret>/", undo.undo, name="undo"),
    path("account/device/<str:secret>/", undo.this_device, name="this_device"),
    path("join/<str:secret>/", invitations.join, name="join"),
    path("organisations/new/", organisations.new, name="new_organisation"),
    path(HERE, organisations.organisation, name="organisation"),
    path(HERE + "settings/", organisations.settings, name="settings"),
    path(HERE + "delete/", organisations.delete, name="delete_organisation"),
    path(HERE + "names/", own_names.own_names, name="own_names"),
    path(HERE + "second-step/", second_step.second_step, name="second_step"),
    path(HERE + "leave/", members.leave, name="leave"),
    path(HERE + "members/<int:member_id>/", members.member, name="member"),
    path(HERE + "members/<int:member_id>/password/", members.new_password, name="member_password"),
    path(HERE + "members/<int:member_id>/remove/", members.remove, name="remove_member"),
    path(HERE + "invitations/", invitations.invite, name="invitations"),
    path(
        HERE + "invitations/<uuid:invitation_id>/withdraw/",
        invitations.withdraw,
        name="withdraw_invitation",
    ),
    path(HERE + "audit/", audit.audit, name="audit"),
    path(HERE + "audit.csv", audit.audit_csv, name="audit_csv"),
]
