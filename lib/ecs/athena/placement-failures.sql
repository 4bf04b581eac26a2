-- ECS: placement failures
-- Tasks of services and daemons that found no place, by what was short, the most frequent first.
-- Parameter: the first month ('2026-11').
-- RESOURCE:CPU, RESOURCE:MEMORY, RESOURCE:FARGATE and others, as AWS says. AWS repeats an event while it lasts, so
-- the number says how long rather than how many.
-- Not seen: placements of stand-alone tasks, which fail in the answer to their caller, and what the container
-- instances had left: members forward of these only lost agents, drains and failed registrations. Each event_hash counts
-- once, since copies of an event have the same.
WITH failures AS (
  SELECT DISTINCT
    event_hash,
    account_id,
    region,
    cluster,
    coalesce(service, daemon) AS service,
    trim(split_part(reason, ' - ', 1)) AS short_of,
    event_time,
    substr(event_time, 1, 10) AS event_day
  FROM ecs_events
  WHERE month >= ?
    AND (event_name = 'SERVICE_TASK_PLACEMENT_FAILURE' OR failure_type = 'TASK_CREATION_FAILED')
)
SELECT
  account_id,
  region,
  cluster,
  service,
  short_of,
  count(*) AS failures,
  count(DISTINCT event_day) AS days,
  min(event_time) AS first_failure,
  max(event_time) AS last_failure
FROM failures
GROUP BY account_id, region, cluster, service, short_of
ORDER BY failures DESC, account_id, region, cluster, service, short_of
