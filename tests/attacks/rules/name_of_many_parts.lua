-- A fact whose name nests more groups than a dossier is read by.
-- ends: open COP11_E_PACK the name of fact "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p" has 16 parts
fact "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p" { type = "yes/no", ask = "Is it?" }
