# De voorkant: API, pagina's, Slack en Teams.
FROM python:3.13-slim
WORKDIR /opt/mag-ik-dit
COPY requirements/edge.txt requirements/edge.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/edge.txt
COPY api api
COPY bot bot
COPY slack slack
COPY teams teams
RUN useradd --system --no-create-home magikdit
USER magikdit
ENV PYTHONDONTWRITEBYTECODE=1
CMD ["python", "-m", "api"]
