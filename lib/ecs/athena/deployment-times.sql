-- ECS: deployments and how long they took
-- Each deployment of a service with its outcome, the newest first; null seconds: not known to have ended, or begun.
-- Parameter: the first month ('2026-11').
-- Seconds are from the first IN_PROGRESS to the first COMPLETED or FAILED, by AWS's own times. rolls_back: AWS spoke of
-- rolling back in one of its events.
-- Not seen: failures that come as a service action, which names no deployment, and SERVICE_STEADY_STATE, which
-- members do not forward. A deployment that began before the first month has no begin. Copies have the same event_hash and
-- change nothing here.
WITH deployments AS (
  SELECT
    account_id,
    region,
    cluster,
    service,
    deployment_id,
    min(CASE WHEN event_name = 'SERVICE_DEPLOYMENT_IN_PROGRESS' THEN coalesce(updated_at, event_time) END) AS began,
    min(CASE WHEN event_name = 'SERVICE_DEPLOYMENT_COMPLETED' THEN coalesce(updated_at, event_time) END) AS completed,
    min(CASE WHEN event_name = 'SERVICE_DEPLOYMENT_FAILED' THEN coalesce(updated_at, event_time) END) AS failed,
    bool_or(coalesce(lower(reason) LIKE '%rolling back%', false)) AS rolls_back,
    count(DISTINCT event_hash) AS events
  FROM ecs_events
  WHERE month >= ?
    AND detail_type = 'ECS Deployment State Change'
    AND deployment_id IS NOT NULL
  GROUP BY account_id, region, cluster, service, deployment_id
)
SELECT
  account_id,
  region,
  cluster,
  service,
  deployment_id,
  CASE
    WHEN failed IS NOT NULL THEN 'FAILED'
    WHEN completed IS NOT NULL THEN 'COMPLETED'
    ELSE 'IN_PROGRESS'
  END AS outcome,
  rolls_back,
  began,
  coalesce(failed, completed) AS ended,
  date_diff(
    'second',
    CAST(replace(replace(began, 'T', ' '), 'Z', '') AS timestamp),
    CAST(replace(replace(coalesce(failed, completed), 'T', ' '), 'Z', '') AS timestamp)
  ) AS seconds,
  events
FROM deployments
ORDER BY coalesce(began, failed, completed) DESC, deployment_id
