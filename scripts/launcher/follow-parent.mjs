// Loaded before a program of ours: when the launcher is gone, killed even, the program takes its leave too, so that
// no forgotten server keeps the port. Listening keeps the program alive: one that comes to an end says process.exit.
const leave = () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref()
  process.kill(process.pid, 'SIGTERM')
}
process.on('disconnect', leave)
// It may have been killed before this was read.
if (!process.connected) leave()
