// Loaded before a program of ours: when the launcher is gone, killed even, the program takes its leave too, so that
// no forgotten server keeps the port.
process.on('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref()
  process.kill(process.pid, 'SIGTERM')
})
// The channel alone must not keep a finished program alive.
process.channel?.unref()
