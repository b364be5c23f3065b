-- Walks over the addresses in the file ADDRESSES names, each thread from a place of its own.
dofile(os.getenv("MEASURE") .. "/tell.lua")
local threads = 0
function setup(thread)
   thread:set("place", threads)
   threads = threads + 1
end
local paths, at = {}, 0
function init()
   for line in io.lines(os.getenv("ADDRESSES")) do paths[#paths + 1] = line end
   at = math.floor(#paths / 2) * place
end
function request()
   at = at % #paths + 1
   return wrk.format("GET", paths[at])
end
