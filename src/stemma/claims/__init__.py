"""What the reports say together: claims, origins, differences, retellings, timeline."""
