-- Errands that are soon done do not wait for those that take long.
ALTER TABLE job ADD COLUMN lane TEXT NOT NULL DEFAULT 'prompt';
UPDATE job SET lane = 'slow' WHERE kind = 'media.develop';
CREATE INDEX job_lane ON job (lane, run_at);
