-- Describes the library itself (cop11.build/1): its version, and which versions
-- of others' work are inside.  Only this reads host.parts and host.sbom: a report depends on
-- the engine's version alone, however it was built.

local describe_build = {}

local SBOM_DEPTH = 16

function describe_build.build(_, host)
  return { format = "cop11.build/1", abi = host.abi,
    engine = { name = "libcop11", version = host.version },
    parts = host.json.array(host.parts()),
    sbom = host.json.read(host.sbom(), SBOM_DEPTH) }
end

return describe_build
