"""Addresses of companies in the API."""

from __future__ import annotations

from django.urls import path

from companies.api import views, webhooks

urlpatterns = [
    path("companies/", views.Companies.as_view(), name="companies"),
    path("companies/<uuid:uid>/", views.CompanyDetail.as_view(), name="company"),
    path("companies/<uuid:uid>/logo/", views.Logo.as_view(), name="company_logo"),
    path("companies/<uuid:uid>/members/", views.Members.as_view(), name="members"),
    path("api-keys/", views.ApiKeys.as_view(), name="api_keys"),
    path("api-keys/<uuid:uid>/", views.ApiKeyDetail.as_view(), name="api_key"),
    path("webhooks/", webhooks.Webhooks.as_view(), name="webhooks"),
    path("webhooks/<uuid:uid>/", webhooks.Webhook.as_view(), name="webhook"),
    path("webhooks/<uuid:uid>/rotate/", webhooks.WebhookRotate.as_view(), name="webhook_rotate"),
    path("webhooks/<uuid:uid>/test/", webhooks.WebhookTest.as_view(), name="webhook_test"),
    path("webhook-deliveries/", webhooks.Deliveries.as_view(), name="deliveries"),
    path("webhook-deliveries/<uuid:uid>/", webhooks.Delivery.as_view(), name="delivery"),
    path("webhook-deliveries/<uuid:uid>/replay/", webhooks.DeliveryReplay.as_view(), name="delivery_replay"),
    path("events/", webhooks.Events.as_view(), name="events"),
]
