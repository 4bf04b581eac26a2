-- ECS: stops by reason
-- Why tasks stopped, the most frequent reason first: a task counts once, however often AWS told of its stop.
-- Parameter: the first month ('2026-11').
-- Planned stops count too (ServiceSchedulerInitiated, UserInitiated). Reasons are cut where ids begin.
-- Not seen: tasks on their way to STOPPED, which members do not forward, and what AWS never told.
-- A notice of a Spot interruption is no stop yet. Copies have the same event_hash, and a task one row here.
WITH stops AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY account_id, region, cluster, coalesce(task_id, event_hash)
      ORDER BY version DESC NULLS LAST, event_time DESC, event_hash
    ) AS age
  FROM ecs_events
  WHERE month >= ? AND last_status = 'STOPPED'
)
SELECT
  stop_code,
  trim(split_part(split_part(stopped_reason, ':', 1), '(', 1)) AS stop_reason,
  exit_code,
  trim(split_part(container_reason, ':', 1)) AS container_says,
  count(*) AS stops,
  count(DISTINCT CASE WHEN service IS NOT NULL THEN concat_ws('/', account_id, region, cluster, service) END) AS services,
  min(coalesce(stopped_at, event_time)) AS first_stop,
  max(coalesce(stopped_at, event_time)) AS last_stop,
  max(stopped_reason) AS example
FROM stops
WHERE age = 1
GROUP BY 1, 2, 3, 4
ORDER BY stops DESC, stop_code, stop_reason, exit_code
