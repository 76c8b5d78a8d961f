"""What leaves Trueline: documents, workbooks, diagrams and data."""
