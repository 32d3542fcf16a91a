"""Invented companies and people of the demo data. Any likeness is accidental."""

from __future__ import annotations

from dataclasses import dataclass

from companies.enums import Role

PASSWORD = "try-the-interviewer"  # noqa: S105  (printed by loaddemo, which refuses to run in production)


@dataclass(frozen=True)
class DemoMember:
    """Somebody who signs in."""

    email: str
    name: str
    role: Role


@dataclass(frozen=True)
class DemoCompany:
    """An employer with its members."""

    name: str
    email: str
    industry: str
    tagline: str
    about: str
    members: tuple[DemoMember, ...]
    is_verified: bool = True


COMPANIES = (
    DemoCompany(
        "Lumen Ledger",
        "hiring@lumenledger.example",
        "Financial software",
        "Books that balance themselves",
        "We build accounting software for small shops across India. Forty people, most of them engineers.",
        (
            DemoMember("alice@lumenledger.example", "Alice Mathew", Role.OWNER),
            DemoMember("bob@lumenledger.example", "Bob Iyer", Role.RECRUITER),
            DemoMember("rhea@lumenledger.example", "Rhea Kapoor", Role.REVIEWER),
        ),
    ),
    DemoCompany(
        "Kaveri Health",
        "people@kaverihealth.example",
        "Health care",
        "Care that picks up the phone",
        "We run clinics and a help line in three states.",
        (
            DemoMember("mallory@kaverihealth.example", "Mallory D'Souza", Role.OWNER),
            DemoMember("tomas@kaverihealth.example", "Tomás Pereira", Role.RECRUITER),
        ),
    ),
)

#: First name, last name, city, years, skills: candidates in the order in which they are given to interviews.
CANDIDATES = (
    ("Asha", "Rao", "Bengaluru", 5, "python django postgresql redis docker"),
    ("Vikram", "Singh", "Pune", 3, "python flask sql git"),
    ("Meera", "Nair", "Kochi", 7, "python django aws kubernetes sql"),
    ("Arjun", "Mehta", "Mumbai", 2, "javascript react node"),
    ("Sana", "Qureshi", "Hyderabad", 4, "python fastapi postgresql celery"),
    ("Łukasz", "Wójcik", "Kraków", 6, "python django linux sql"),
    ("Priya", "Venkatesan", "Chennai", 1, "python html css"),
    ("आरव", "शर्मा", "Jaipur", 4, "python sql pandas"),
    ("Daniel", "Okafor", "Lagos", 8, "python go postgresql kafka"),
    ("Neha", "Kulkarni", "Nagpur", 3, "java spring sql"),
    ("Ishaan", "Gupta", "Delhi", 2, "python django"),
    ("Mei", "Lin", "Singapore", 5, "python django postgresql aws"),
    ("Fatima", "Sheikh", "Lucknow", 3, "support excel communication"),
    ("George", "Thomas", "Kottayam", 6, "support crm hindi malayalam"),
    ("Kavya", "Reddy", "Vijayawada", 2, "support telugu english"),
    ("Rahul", "Das", "Kolkata", 4, "support bengali english crm"),
    ("Anita", "Joseph", "Mysuru", 9, "support training quality"),
    ("Samir", "Patel", "Surat", 1, "sales gujarati"),
    ("Divya", "Menon", "Thrissur", 4, "python django sql"),
    ("Omar", "Haddad", "Dubai", 5, "python sql etl"),
    ("Lakshmi", "Subramanian", "Madurai", 3, "python testing selenium"),
    ("Rohan", "Bose", "Howrah", 2, "c++ python"),
    ("Tara", "Fernandes", "Panaji", 6, "python django react"),
    ("Yusuf", "Ansari", "Bhopal", 4, "php mysql python"),
    ("Nisha", "Agarwal", "Indore", 3, "python data sql"),
    ("Karthik", "Balan", "Coimbatore", 5, "python django docker"),
    ("Elena", "Petrova", "Pune", 7, "python sql architecture"),
    ("Harish", "Gowda", "Hubballi", 2, "python"),
    ("Zoya", "Khan", "Srinagar", 3, "python django"),
    ("Manoj", "Yadav", "Patna", 1, "python sql"),
)
