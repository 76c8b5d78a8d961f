"""The pages on which a document is worked on: steps, forms, answers, review, interview."""
