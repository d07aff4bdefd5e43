"""Text to tags: the small encoder that ships with Stemma, its weights and their model card."""
