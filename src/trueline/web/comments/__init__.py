"""Comments on a document: threads on its elements, and the people they mention."""
