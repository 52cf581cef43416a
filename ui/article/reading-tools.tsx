'use client'

import { useEffect, useRef, useState } from 'react'

const SIZES = ['normal', 'large', 'largest'] as const
type Size = (typeof SIZES)[number]
const SAID: Readonly<Record<Size, string>> = { normal: 'Normal', large: 'Large', largest: 'Largest' }
const KEPT = 'bellwether-text-size'

type Listening = 'off' | 'on' | 'paused'

const paragraphs = (): string[] =>
  [...document.querySelectorAll('.article-head h1, .prose p, .prose h2')].map(
    ({ textContent }) => textContent ?? '',
  )

/** Above the text: how large it is, reading it aloud with the browser's own voice, and printing it. */
export function ReadingTools() {
  const [size, setSize] = useState<Size>('normal')
  const [listening, setListening] = useState<Listening>('off')
  const [canSpeak, setCanSpeak] = useState(false)
  const wanted = useRef(false)

  useEffect(() => {
    setCanSpeak('speechSynthesis' in window)
    const kept = localStorage.getItem(KEPT)
    if (SIZES.some((each) => each === kept)) setSize(kept as Size)
    return () => window.speechSynthesis?.cancel()
  }, [])

  useEffect(() => {
    document.documentElement.dataset.text = size
  }, [size])

  const choose = (next: Size) => {
    setSize(next)
    localStorage.setItem(KEPT, next)
  }

  const stop = () => {
    wanted.current = false
    speechSynthesis.cancel()
    setListening('off')
  }

  /** A paragraph at a time: browsers cut off long ones. */
  const listen = () => {
    const queue = paragraphs()
    wanted.current = true
    setListening('on')
    const next = () => {
      const text = wanted.current ? queue.shift() : undefined
      if (text === undefined) return setListening('off')
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.lang = 'en-GB'
      spoken.onend = next
      spoken.onerror = () => stop()
      speechSynthesis.speak(spoken)
    }
    speechSynthesis.cancel()
    next()
  }

  const pause = () => {
    if (listening === 'paused') speechSynthesis.resume()
    else speechSynthesis.pause()
    setListening(listening === 'paused' ? 'on' : 'paused')
  }

  return (
    <section className="reading-tools" aria-label="Reading">
      <label>
        Text size
        <select value={size} onChange={({ target }) => choose(target.value as Size)}>
          {SIZES.map((each) => (
            <option key={each} value={each}>
              {SAID[each]}
            </option>
          ))}
        </select>
      </label>
      {canSpeak && listening === 'off' && (
        <button type="button" className="text-button" onClick={listen}>
          Listen
        </button>
      )}
      {listening !== 'off' && (
        <>
          <button type="button" className="text-button" onClick={pause}>
            {listening === 'paused' ? 'Go on' : 'Pause'}
          </button>
          <button type="button" className="text-button" onClick={stop}>
            Stop
          </button>
        </>
      )}
      <button type="button" className="text-button" onClick={() => print()}>
        Print
      </button>
    </section>
  )
}
