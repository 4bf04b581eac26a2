// Preloaded into a sandbox: tells again and again what the process has loaded and how much memory it holds.
const { renameSync, writeFileSync } = process.getBuiltinModule('node:fs');

const file = process.env.REPORT_TO;
const report = () => {
  // Whole or not at all: it is read at any moment.
  const path = `${file}.${process.pid}`;
  writeFileSync(
    `${path}.unfinished`,
    JSON.stringify({
      function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'bare',
      modules: process.moduleLoadList,
      rss: process.memoryUsage.rss(),
    }),
  );
  renameSync(`${path}.unfinished`, path);
};

setInterval(report, 25).unref();
