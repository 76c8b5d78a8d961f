"""Forms made from the declarations of a document's fields.

Title, help, length, choices and references are read off the declared field, so a field that is added
to the document has its place on a form without another word.
"""

from trueline.web.workspace.forms.part import PartForm, form_for

__all__ = ["PartForm", "form_for"]
