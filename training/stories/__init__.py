"""The models of stories: their data and training."""
