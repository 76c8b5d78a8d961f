"""Pages of appraisal rounds."""
