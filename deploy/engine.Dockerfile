# De engine met het geleerde model: eerst `make prepare`, dan `docker compose build`.
FROM python:3.10-slim
WORKDIR /opt/mag-ik-dit
COPY requirements/engine.txt requirements/engine.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/engine.txt
COPY actions actions
COPY bot bot
COPY data data
COPY engine engine
COPY models models
COPY config.yml credentials.yml domain.yml endpoints.yml ./
RUN useradd --system --no-create-home magikdit
USER magikdit
ENV RASA_TELEMETRY_ENABLED=false PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
CMD ["python", "-m", "engine"]
