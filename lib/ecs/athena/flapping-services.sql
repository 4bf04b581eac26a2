-- ECS: flapping services
-- Services whose tasks stopped three times or more within an hour of the clock, the worst first.
-- Parameter: the first month ('2026-11').
-- Counted are crashes, failed starts and failed health checks, each task once; not deployments and scaling.
-- Not seen: whether the service was steady in between, since members do not forward SERVICE_STEADY_STATE, and
-- health checks that failed without a stop. Copies have the same event_hash, and a task one row here.
WITH stops AS (
  SELECT
    *,
    coalesce(stopped_at, event_time) AS stopped,
    row_number() OVER (
      PARTITION BY account_id, region, cluster, service, coalesce(task_id, event_hash)
      ORDER BY version DESC NULLS LAST, event_time DESC, event_hash
    ) AS age
  FROM ecs_events
  WHERE month >= ?
    AND service IS NOT NULL
    AND last_status = 'STOPPED'
    AND (
      stop_code IN ('EssentialContainerExited', 'TaskFailedToStart')
      OR lower(stopped_reason) LIKE '%health checks%'
    )
),
hours AS (
  SELECT
    account_id,
    region,
    cluster,
    service,
    substr(stopped, 1, 13) AS stop_hour,
    count(*) AS stops,
    max(stopped) AS last_stop,
    max(task_definition) AS task_definition,
    max(container) AS container,
    max(exit_code) AS exit_code
  FROM stops
  WHERE age = 1
  GROUP BY account_id, region, cluster, service, substr(stopped, 1, 13)
)
SELECT
  account_id,
  region,
  cluster,
  service,
  count(*) AS bad_hours,
  max(stops) AS most_in_an_hour,
  sum(stops) AS stops,
  max(last_stop) AS last_stop,
  max_by(task_definition, stop_hour) AS task_definition,
  max_by(container, stop_hour) AS container,
  max_by(exit_code, stop_hour) AS exit_code
FROM hours
WHERE stops >= 3
GROUP BY account_id, region, cluster, service
ORDER BY stops DESC, account_id, region, cluster, service
