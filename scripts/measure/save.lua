-- Saves drafts: the file DRAFTS holds `NUMBER REVISION` a line. A draft is in one request at a time, and its answer
-- says the revision the next save of it names.
dofile(os.getenv("MEASURE") .. "/tell.lua")
local threads = 0
function setup(thread)
   thread:set("place", threads)
   threads = threads + 1
end
local ready, first, last, saves = {}, 1, 0, 0
local token, text = os.getenv("TOKEN"), os.getenv("TEXT")
local function put(number, revision)
   last = last + 1
   ready[last] = { number, revision }
end
function init()
   local line_number = 0
   for line in io.lines(os.getenv("DRAFTS")) do
      if line_number % 2 == place then put(line:match("(%d+) (%d+)")) end
      line_number = line_number + 1
   end
end
function request()
   local draft = ready[first]
   ready[first] = nil
   first = first + 1
   saves = saves + 1
   local headers = {
      ["Authorization"] = "Bearer " .. token,
      ["Content-Type"] = "application/merge-patch+json",
      ["If-Match"] = '"' .. draft[2] .. '"',
   }
   local body = '{"body_html":"<p>Save ' .. saves .. " of " .. place .. ".</p><p>" .. text .. '</p>"}'
   return wrk.format("PATCH", "/api/v1/stories/" .. draft[1], headers, body)
end
function response(status, _, body)
   if status == 200 then put(body:match('"number":(%d+)'), body:match('"revision":(%d+)')) end
end
