"""Makes users for tests and demo data."""

from __future__ import annotations

from datetime import UTC

import factory
from allauth.account.models import EmailAddress

from interviewer.accounts.models import AdminUser, ApiSession, OneTimeCode, User

PASSWORD = "correct horse battery"


class UserFactory(factory.django.DjangoModelFactory):
    """A person whose address is proven and whose password is PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.com")
    name = factory.Faker("name")
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def verified(obj, create, extracted, **kwargs):
        """Prove the address unless verified=False."""
        if create and extracted is not False:
            EmailAddress.objects.create(user=obj, email=obj.email, verified=True, primary=True)


class StaffFactory(UserFactory):
    """A superuser."""

    class Meta:
        model = AdminUser
        skip_postgeneration_save = True

    is_staff = True
    is_superuser = True


class OneTimeCodeFactory(factory.django.DjangoModelFactory):
    """A code that was sent; its hash is of nothing."""

    class Meta:
        model = OneTimeCode

    purpose = factory.Sequence(lambda n: f"test:{n}")
    address = "person@example.com"
    code_hash = "!"
    expires_at = factory.Faker("future_datetime", tzinfo=UTC)


class ApiSessionFactory(factory.django.DjangoModelFactory):
    """A program that is signed in; nobody has its token."""

    class Meta:
        model = ApiSession

    user = factory.SubFactory(UserFactory)
    token_id = factory.Faker("uuid4")
    expires_at = factory.Faker("future_datetime", tzinfo=UTC)
