'use client'

import '#ui/styles/index.css'

/** When even the frame of the pages could not be drawn. */
export default function GlobalError() {
  return (
    <html lang="en-GB">
      <body>
        <main className="frame plain">
          <h1>Bellwether could not draw this page</h1>
          <p>Something went wrong on our side. Your answers are kept. Try again in a moment.</p>
          <p className="actions">
            <a className="button" href="/">
              Front page
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
