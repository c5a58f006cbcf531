"""The page of the tables: the room seen from above, how even it is, rules, and who is away."""
