"""`{{ session.user_agent|device }}`"""

from django import template

from trueline.web.accounts.devices import device

register = template.Library()
register.filter("device", device)
