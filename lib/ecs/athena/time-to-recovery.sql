-- ECS: time to recovery
-- How long services were in trouble, the newest trouble first. It begins with a crash, failed start or failed health
-- check, and ends with the next deployment that COMPLETED, or with the last stop before an hour without either.
-- Parameter: the first month ('2026-11').
-- Not seen: SERVICE_STEADY_STATE, which members do not forward, so a service that recovered by itself counts until its
-- last stop; users who were served all the time; trouble that goes on, which ends at the last stop so far. Each
-- event_hash counts once, since copies of an event have the same.
WITH moments AS (
  SELECT DISTINCT
    event_hash,
    account_id,
    region,
    cluster,
    service,
    task_id,
    CASE WHEN event_name = 'SERVICE_DEPLOYMENT_COMPLETED' THEN 1 ELSE 0 END AS completed,
    CAST(
      replace(replace(coalesce(stopped_at, updated_at, event_time), 'T', ' '), 'Z', '') AS timestamp
    ) AS moment
  FROM ecs_events
  WHERE month >= ?
    AND service IS NOT NULL
    AND (
      event_name = 'SERVICE_DEPLOYMENT_COMPLETED'
      OR (
        last_status = 'STOPPED'
        AND (
          stop_code IN ('EssentialContainerExited', 'TaskFailedToStart')
          OR lower(stopped_reason) LIKE '%health checks%'
        )
      )
    )
),
neighbours AS (
  SELECT
    *,
    lag(completed) OVER (
      PARTITION BY account_id, region, cluster, service ORDER BY moment, completed, event_hash
    ) AS completed_before,
    lag(moment) OVER (
      PARTITION BY account_id, region, cluster, service ORDER BY moment, completed, event_hash
    ) AS moment_before
  FROM moments
),
troubles AS (
  SELECT
    *,
    sum(
      CASE
        WHEN completed_before = 0 AND moment < moment_before + INTERVAL '1' HOUR THEN 0
        ELSE 1
      END
    ) OVER (
      PARTITION BY account_id, region, cluster, service ORDER BY moment, completed, event_hash
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS trouble
  FROM neighbours
)
SELECT
  account_id,
  region,
  cluster,
  service,
  min(moment) AS began,
  max(moment) AS ended,
  date_diff('second', min(moment), max(moment)) AS seconds,
  count(DISTINCT CASE WHEN completed = 0 THEN coalesce(task_id, event_hash) END) AS stops,
  CASE WHEN sum(completed) > 0 THEN 'deployment' ELSE 'quiet' END AS ended_by
FROM troubles
GROUP BY account_id, region, cluster, service, trouble
HAVING count(*) > sum(completed)
ORDER BY began DESC, account_id, region, cluster, service
