"""The attribution model: its data, its architecture, training and export."""
