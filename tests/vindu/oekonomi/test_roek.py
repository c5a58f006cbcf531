def test_roek(vert, program):
    program.gaa_til("oekonomi"); vert.ro(program)
    s=program.ramme.side
    program.resize(1440,900)
    for d in ("traaden","poster","brudd"):
        s.vis_del(d); vert.ro(program); program.grab().save(f"/tmp/oeko-bilder/liten-{d}.png")
