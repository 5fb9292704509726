/** Six tenths of a second, 60 by 40 pixels: red, then blue. WebM with VP8. */
export const film = Uint8Array.from(
  atob(
    'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAJjEU2bdLlNu4tTq4QVSalmU6yBbk27i1Or' +
      'hBZUrmtTrIGTTbuLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCAlHsrgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
      'AAAAAAAAAAAAAAAAAAAVSalmoCrXsYMPQkBEiYREFs7JTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPFhzwtfAmLV2qD' +
      'gQFV7oEBhoVWX1ZQOOCdsIE8uoEoU8CBAVWwkFWxgQFVuYECVbqBDVW7gQEfQ7Z1AQAAAAAAAXHngQCg7qG/gQAAABADAJ0B' +
      'KjwAKAACxwiFhYiZhIgPggHYBA/yNw7L+Paq+AD+9Vi//43m81rW///wpr/wpr/wpr/hO8uAdaGqpqjugQGlo7ACAJ0BKjwA' +
      'KAAIxwiFhYiZhIgvAgAGjk/Mx5vxWAD+7uSAoNKhsYEAyAAxAgALEHwAGAAeV/QMAD0JuPBEAP71WL//jebzWtb///Cmv/Cm' +
      'v/Cmv+E7y4B1oZmml+6BAaWS0QEAIxFkABgAGFgv9AAIjAAA+4EAoNahtYEBkAAxAgALEGAAGAAeV/QMAD0JuPBEAP78G93/' +
      '/z2j/57R/89o/89o/6mB+Hh+HyoeemGgdaGZppfugQGlktEBACMRFAAYABhYL/QACIwAAPuByKDQoa6BAlsAMQIACxBIABgJ' +
      '08mjO5RwB6iqqeD+/RHH/+rtv/V23/q7b/q7brvFpKQAdaGZppfugQGlktEBACMQ9AAYABhYL/QACIwAAPuCAZAcU7trjbuL' +
      's4EAt4b3gQHxgdQ=',
  ),
  (character) => character.charCodeAt(0),
);
