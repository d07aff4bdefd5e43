"""Programs that train the models which ship with Stemma; they need the extra `train`."""
