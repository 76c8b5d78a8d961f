"""The devices where one is signed in, and tries by others."""

from __future__ import annotations

from typing import Any

from allauth.usersessions.views import ListUserSessionsView

from trueline.web.accounts.access import for_people
from trueline.web.accounts.protection.reauthentication import confirmed
from trueline.web.audit.instance import sign_ins_of
from trueline.web.audit.instance_wording import instance_sentence

SHOWN = 20


class SessionsView(ListUserSessionsView):
    """allauth's list of devices, with one's last sign-ins below."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        events = sign_ins_of(self.request.user.pseudonym)[:SHOWN]
        sign_ins = [(event, instance_sentence(event)) for event in events]
        return {**super().get_context_data(**kwargs), "sign_ins": sign_ins}


sessions = for_people(confirmed(SessionsView.as_view()))
