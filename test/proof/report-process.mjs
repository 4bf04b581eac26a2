// Preloaded into a sandbox: tells again and again what the process has loaded and how much memory it holds.
const { writeFileSync } = process.getBuiltinModule('node:fs');

const file = process.env.REPORT_TO;
const report = () =>
  writeFileSync(
    `${file}.${process.pid}`,
    JSON.stringify({
      function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'bare',
      modules: process.moduleLoadList,
      rss: process.memoryUsage.rss(),
    }),
  );

setInterval(report, 25).unref();
