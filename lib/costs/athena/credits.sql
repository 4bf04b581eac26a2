-- Credits and what is left
-- Gross, credits, refunds and net of each month side by side, the newest month first.
-- Unblended. A net of nothing may be much usage that credits pay for.
SELECT
  month,
  currency,
  sum(CASE WHEN measure = 'gross' THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS gross,
  sum(CASE WHEN measure = 'credits' THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS credits,
  sum(CASE WHEN measure = 'refunds' THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS refunds,
  sum(CASE WHEN measure = 'net' THEN CAST(amount AS decimal(38, 10)) ELSE 0 END) AS net,
  bool_or(estimated) AS estimated
FROM total_monthly
WHERE basis = 'unblended'
GROUP BY month, currency
ORDER BY month DESC
