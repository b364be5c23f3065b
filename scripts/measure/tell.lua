-- Ends every wrk script here: one line of JSON for the program that started it.
function done(summary, latency, requests)
   local errors = summary.errors
   local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
   io.write(string.format('RESULT {"requests":%d,"seconds":%.6f,"failed":%d,"p50_ms":%.3f,"p99_ms":%.3f}\n',
      summary.requests, summary.duration / 1e6, failed, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end

-- Milliseconds between an answer and the next request of a connection; none without PAUSE_MS.
local pause = tonumber(os.getenv("PAUSE_MS") or "")
if pause then
   function delay() return math.floor(pause * 2 * math.random()) end
end
