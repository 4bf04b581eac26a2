-- Services that grew
-- Which services cost more, or less, in one month than in another, the largest change first.
-- Parameters: the earlier month, the later month ('2026-09', '2026-10').
-- Unblended usage and fees alone: credits, refunds and tax are left out, since they hide what grew.
WITH asked AS (
  SELECT CAST(? AS varchar) AS earlier, CAST(? AS varchar) AS later
),
costs AS (
  SELECT service, month, CAST(amount AS decimal(38, 10)) AS cost
  FROM services_monthly
  WHERE basis = 'unblended' AND record_type NOT IN ('Credit', 'Refund', 'Tax')
),
compared AS (
  SELECT
    service,
    sum(CASE WHEN month = earlier THEN cost ELSE 0 END) AS before,
    sum(CASE WHEN month = later THEN cost ELSE 0 END) AS after
  FROM costs CROSS JOIN asked
  WHERE month IN (earlier, later)
  GROUP BY service
)
SELECT service, before, after, after - before AS change
FROM compared
ORDER BY abs(after - before) DESC, service
