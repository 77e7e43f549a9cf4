"""Animals with whole bodies: one skeleton per body plan and pose, one row of data per species."""
