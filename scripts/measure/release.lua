-- Releases stories: each line of the file STORIES is one, with @@URI@@ where its identity goes.
dofile(os.getenv("MEASURE") .. "/tell.lua")
local threads = 0
function setup(thread)
   thread:set("place", threads)
   threads = threads + 1
end
local stories, at = {}, 0
local run = os.getenv("RUN")
local headers = { ["Authorization"] = "Bearer " .. os.getenv("TOKEN"), ["Content-Type"] = "application/json" }
function init()
   for line in io.lines(os.getenv("STORIES")) do stories[#stories + 1] = line end
end
function request()
   at = at + 1
   local uri = "tag:measure.example,2026:" .. run .. "/" .. place .. "/" .. at
   local body = stories[at % #stories + 1]:gsub("@@URI@@", uri, 1)
   return wrk.format("POST", "/api/v1/stories?release=now", headers, body)
end
