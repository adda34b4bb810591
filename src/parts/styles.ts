// What the pages look like: it comes with the shell, and with the pages that stand in its place.
import './components.css'
import './app.css'
