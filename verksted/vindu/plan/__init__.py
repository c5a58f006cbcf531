"""Plan: the tree, gjeldende beside forslag, and what each place rests on."""
